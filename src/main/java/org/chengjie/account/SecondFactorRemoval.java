package org.chengjie.account;

import java.util.List;
import org.chengjie.account.SecondFactors.Spent;
import org.chengjie.shared.Actor;
import org.chengjie.shared.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Its holder takes the second factor away, with the password and a code (spec A7). */
@Component
public class SecondFactorRemoval {

    private final Accounts accounts;
    private final Approaches approaches;
    private final Passwords passwords;
    private final SecondFactors factors;
    private final TransactionOperations transaction;

    SecondFactorRemoval(
            Accounts accounts,
            Approaches approaches,
            Passwords passwords,
            SecondFactors factors,
            TransactionOperations transaction) {
        this.accounts = accounts;
        this.approaches = approaches;
        this.passwords = passwords;
        this.factors = factors;
        this.transaction = transaction;
    }

    /** What was wrong, in words; empty where it has been taken away. */
    public String attempt(Actor by, String password, String code) {
        var wait = approaches.claim(SecondStep.name(by.userName()), by.address(), by.arrived());
        if (wait.isPositive()) {
            return "输错次数较多，请 " + Delay.words(wait) + "后再试。";
        }
        var account = accounts.byUserName(by.userName()).orElseThrow(Refusal::notFound);
        try {
            if (!passwords.matches(password, account.passwordHash())) {
                return "密码或验证码不对，两步验证没有取消。";
            }
        } catch (Passwords.Busy busy) {
            return Passwords.Busy.WORDS;
        }
        return transaction.execute(status -> remove(by, code));
    }

    private String remove(Actor by, String code) {
        if (factors.spend(by.accountId(), code, by.arrived()) == Spent.WRONG) {
            return "密码或验证码不对，两步验证没有取消。";
        }
        factors.take(List.of(by.accountId()));
        approaches.succeeded(SecondStep.name(by.userName()), by.address(), by.arrived());
        factors.tell(by, "取消两步验证", "启用", "停用");
        return "";
    }
}
