package org.chengjie.account;

import org.chengjie.shared.Actor;
import org.chengjie.shared.Auditable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends one sign-in, on every node at once. */
@Component
public class SignOut {

    private final Logins logins;
    private final ApplicationEventPublisher events;

    SignOut(Logins logins, ApplicationEventPublisher events) {
        this.logins = logins;
        this.events = events;
    }

    @Transactional
    public void leave(Token token, Actor actor) {
        if (logins.end(token)) {
            events.publishEvent(Auditable.of(actor, "退出", actor.unitName(), actor.path()));
        }
    }
}
