package org.chengjie.account;

import java.util.List;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Auditable;
import org.chengjie.shared.Auditable.Change;
import org.chengjie.shared.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends sign-ins of one's own, on every node at once (spec A5). */
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

    /** Another of one's own. */
    @Transactional
    public void end(long id, Token current, Actor actor) {
        var ended = logins.end(actor, id, current);
        if (ended.isEmpty()) {
            throw Refusal.notFound();
        }
        tell(actor, "结束登录", ended);
    }

    @Transactional
    public int endOthers(Token current, Actor actor) {
        var ended = logins.endOthers(actor, current);
        if (!ended.isEmpty()) {
            tell(actor, "结束其他登录", ended);
        }
        return ended.size();
    }

    private void tell(Actor actor, String action, List<String> ended) {
        var changes = ended.stream().map(one -> new Change("登录", one.strip(), "已结束")).toList();
        events.publishEvent(
                new Auditable(actor, action, actor.unitName(), actor.path(), "", changes));
    }
}
