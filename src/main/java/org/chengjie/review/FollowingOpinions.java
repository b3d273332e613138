package org.chengjie.review;

import org.chengjie.filing.RowsHandedOver;
import org.chengjie.organisation.SchoolsMoved;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The opinions of cities follow the rows they are on (spec R6, X2). */
@Component
class FollowingOpinions {

    private final JdbcClient jdbc;

    FollowingOpinions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** After the filings, whose locks keep opinions from being given meanwhile. */
    @EventListener
    @Order(20)
    @Transactional(propagation = Propagation.MANDATORY)
    void follow(SchoolsMoved moved) {
        jdbc.sql(
                        """
                        update review.opinion o set school_path = m.new_path
                          from unnest(:old::text[], :new::text[]) as m (old_path, new_path)
                         where o.school_path = m.old_path
                        """)
                .param("old", moved.oldPaths())
                .param("new", moved.newPaths())
                .update();
    }

    /** An opinion on a row that goes over to another school goes with it. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void follow(RowsHandedOver handed) {
        jdbc.sql(
                        """
                        delete from review.opinion o
                         using unnest(:from::bigint[], :to::bigint[]) as p (from_id, to_id)
                         where o.undertaking_id = p.to_id and p.to_id <> p.from_id
                        """)
                .param("from", handed.from())
                .param("to", handed.to())
                .update();
        jdbc.sql(
                        """
                        update review.opinion o set undertaking_id = p.to_id, school_path = :path
                          from unnest(:from::bigint[], :to::bigint[]) as p (from_id, to_id)
                         where o.undertaking_id = p.from_id
                        """)
                .param("from", handed.from())
                .param("to", handed.to())
                .param("path", handed.path())
                .update();
    }
}
