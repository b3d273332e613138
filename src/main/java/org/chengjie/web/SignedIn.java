package org.chengjie.web;

import java.util.List;
import org.chengjie.shared.Actor;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** An {@link Actor} as Spring Security carries it; controllers take the principal. */
final class SignedIn extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final transient Actor actor;

    SignedIn(Actor actor) {
        super(List.of());
        this.actor = actor;
        setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Actor getPrincipal() {
        return actor;
    }
}
