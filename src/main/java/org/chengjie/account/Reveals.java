package org.chengjie.account;

import org.chengjie.organisation.Unit;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Auditable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes who had a number shown that his tier does not see by itself (spec X1, X2). */
@Component
public class Reveals {

    private final ApplicationEventPublisher events;

    Reveals(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Transactional
    public void note(Actor by, Unit of) {
        events.publishEvent(Auditable.of(by, "查看手机号", of.name(), of.path()));
    }
}
