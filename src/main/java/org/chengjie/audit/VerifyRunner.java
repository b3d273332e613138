package org.chengjie.audit;

import java.io.PrintStream;
import org.chengjie.shared.Wall;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;

/** What {@code bin/audit verify} starts: tells whether every chain holds, and ends (spec X1). */
@Component
class VerifyRunner implements ApplicationRunner {

    private final Verification verification;
    private final ConfigurableApplicationContext context;
    private final String order;

    VerifyRunner(
            Verification verification,
            ConfigurableApplicationContext context,
            @Value("${chengjie.audit:}") String order) {
        this.verification = verification;
        this.context = context;
        this.order = order;
    }

    @Override
    @SuppressWarnings("SystemOut") // for the person at the terminal, not for a log
    public void run(ApplicationArguments given) {
        if (order.isEmpty()) {
            return;
        }
        int status = order.equals("verify") ? Wall.across(() -> verify(System.out)) : 2;
        SpringApplication.exit(context);
        System.exit(status);
    }

    int verify(PrintStream out) {
        var found = verification.verify();
        found.chains()
                .forEach((id, chain) ->
                        out.printf("%s：%d 环，链尾 %s%n", chain.name(), chain.length(), chain.hash()));
        if (found.waiting() > 0) {
            out.printf("另有 %d 条刚写入，等待连入。%n", found.waiting());
        }
        found.breaks()
                .forEach(broken ->
                        out.printf(
                                "断开：%s：%s。%n",
                                found.chains().containsKey(broken.chain())
                                        ? found.chains().get(broken.chain()).name()
                                        : "链 " + broken.chain(),
                                broken.words()));
        out.println(found.sound() ? "操作记录完整。" : "操作记录有 " + found.breaks().size() + " 处断开。");
        return found.sound() ? 0 : 1;
    }
}
