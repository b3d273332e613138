package org.chengjie.world;

import org.chengjie.database.Database;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells whoever started the product where it is, and in the demo world how to sign in. */
@Component
class Welcome {

    private final Environment environment;
    private final Database database;

    Welcome(Environment environment, Database database) {
        this.environment = environment;
        this.database = database;
    }

    @EventListener
    @SuppressWarnings("SystemOut") // for the person at the terminal, not for a log
    void ready(ApplicationReadyEvent ready) {
        System.out.println(
                "承接已启动：http://127.0.0.1:" + environment.getProperty("local.server.port"));
        if (database.embedded()) {
            System.out.println(
                    """
                    演示账号（初始密码都是 123456，首次登录须修改）
                      学校    4114013528（山西职业技术学院）等，用户名为学校代码
                      省级    140000（山西省）、130000（河北省），用户名为行政区划代码
                      市级    140100（太原市）等，从省级入口登录
                      教育部  moe\
                    """);
        }
    }
}
