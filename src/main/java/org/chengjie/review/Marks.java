package org.chengjie.review;

/**
 * Which rows have a {@link Mark}. They are few, and kept as they were told when the norms were
 * computed; a school that has changed since is told anew whenever it is asked for.
 */
final class Marks {

    /**
     * Parts of a with-clause, of which {@code marked} has a line for each marked row of {@code
     * :reach}, a place in {@code :province}.
     */
    static final String MARKED =
            """
            form as materialized (
                select school_id, holds from review.marking_of where lies_in(path, :reach)
            ), marked as materialized (
                select undertaking_id, school_id, item_id, total, weight, in_yuan
                  from review.marked
                 where province_id = :province and school_id in (select school_id from form where holds)
                union all
                select id, school_id, item_id, total, %s, coalesce(%s, false)
                  from review.row
                 where lies_in(school_place, :reach) and %s
                   and school_id = any(array(select school_id from form where not holds))
            )
            """
                    .formatted(Mark.weight(), Mark.IN_YUAN.condition(), Mark.any());

    /** The ids of those rows, as an array. */
    static final String IDS = "array(with " + MARKED + " select undertaking_id from marked)";

    /** Tells all of {@code :province}, at {@code :path}, none of which are kept. */
    static final String KEEP =
            """
            with form as materialized (
                select school_id, counted, kind, revision
                  from review.marking_of where lies_in(path, :path) and counted is not null
            ), kept as (
                insert into review.marking (province_id, school_id, counted, kind, revision)
                select :province, school_id, counted, kind, revision from form
            )
            insert into review.marked (province_id, undertaking_id, school_id, item_id, total, weight, in_yuan)
            select :province, id, school_id, item_id, total, %s, coalesce(%s, false)
              from review.row
             where lies_in(school_place, :path) and %s and school_id in (select school_id from form)
            """
                    .formatted(Mark.weight(), Mark.IN_YUAN.condition(), Mark.any());

    private Marks() {}
}
