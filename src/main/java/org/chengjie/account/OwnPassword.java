package org.chengjie.account;

import java.util.Optional;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Refusal;
import org.springframework.stereotype.Component;

/**
 * Asks the holder for the password once more before what keeps others out is changed; whoever sits
 * down at a screen left open guesses no faster here than at the entrance (spec A4, A7).
 */
@Component
public class OwnPassword {

    private final Accounts accounts;
    private final Approaches approaches;
    private final Passwords passwords;

    OwnPassword(Accounts accounts, Approaches approaches, Passwords passwords) {
        this.accounts = accounts;
        this.approaches = approaches;
        this.passwords = passwords;
    }

    /** What is wrong with it, in words; empty where it is right. */
    public Optional<String> fault(String typed, Actor by) {
        if (typed.isEmpty()) {
            return Optional.of("还没有填密码。");
        }
        var account = accounts.byUserName(by.userName()).orElseThrow(Refusal::notFound);
        try {
            return fault(typed, by, account.passwordHash(), "密码");
        } catch (Passwords.Busy busy) {
            return Optional.of(Passwords.Busy.WORDS);
        }
    }

    Optional<String> fault(String typed, Actor by, String hash, String called)
            throws Passwords.Busy {
        var name = by.userName() + " 再次输入密码";
        var wait = approaches.claim(name, by.address(), by.arrived());
        if (wait.isPositive()) {
            return Optional.of(called + "输错次数较多，请 " + Delay.words(wait) + "后再试。");
        }
        try {
            if (!passwords.matches(typed, hash)) {
                return Optional.of(called + "不对，请重新输入。");
            }
        } catch (Passwords.Busy busy) {
            approaches.release(name, by.address(), by.arrived());
            throw busy;
        }
        approaches.succeeded(name, by.address(), by.arrived());
        return Optional.empty();
    }
}
