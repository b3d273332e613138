package org.chengjie.world;

import java.util.stream.Collectors;
import org.chengjie.database.Database;
import org.chengjie.shared.Wall;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What {@code bin/world} starts: fills the database to the scale it names, and ends. On a server
 * that was given it wants a database without schools, lest invented figures get among real ones.
 */
@Component
class ScaleRunner implements ApplicationRunner {

    private final GeneratedWorld world;
    private final Database database;
    private final JdbcClient jdbc;
    private final ConfigurableApplicationContext context;
    private final String name;

    ScaleRunner(
            GeneratedWorld world,
            Database database,
            JdbcClient jdbc,
            ConfigurableApplicationContext context,
            @Value("${chengjie.scale:}") String name) {
        this.world = world;
        this.database = database;
        this.jdbc = jdbc;
        this.context = context;
        this.name = name;
    }

    @Override
    public void run(ApplicationArguments given) {
        if (name.isEmpty()) {
            return;
        }
        int status = Wall.across(this::fill);
        SpringApplication.exit(context);
        System.exit(status);
    }

    @SuppressWarnings("SystemOut") // for the person at the terminal, not for a log
    private int fill() {
        var scale = Scale.named(name);
        if (scale == null) {
            System.err.println("没有叫 " + name + " 的规模。现有：province、tenth、national、10x。");
            return 2;
        }
        if (!database.embedded() && hasSchools()) {
            System.err.println("这个数据库里已有学校，没有写入任何数据。请给一个空的数据库。");
            return 1;
        }
        long start = System.nanoTime();
        world.fill(scale);
        System.out.printf(
                "已生成：%s，用时 %.1f 秒。省级用户名是行政区划代码；登录过的账号密码都是 %s，其余是 %s。%n",
                scale.shares().stream()
                        .map(share -> share.province() + "（" + share.schools() + " 所院校）")
                        .collect(Collectors.joining("、")),
                (System.nanoTime() - start) / 1e9,
                GeneratedWorld.PASSWORD,
                DemoWorld.INITIAL_PASSWORD);
        return 0;
    }

    private boolean hasSchools() {
        return jdbc.sql("select exists (select from organisation.unit where tier = 'SCHOOL')")
                .query(Boolean.class)
                .single();
    }
}
