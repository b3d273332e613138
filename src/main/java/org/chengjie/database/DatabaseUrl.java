package org.chengjie.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.StringUtils;

/**
 * The address of a database, with the account to use there; no sentence of ours ever shows it
 * whole, because it may carry a password.
 */
record DatabaseUrl(String jdbcUrl, @Nullable String user, @Nullable String password) {

    /** What every hosting service hands out; the host stays raw, as it may be a list of hosts. */
    private static final Pattern SERVICE_URL =
            Pattern.compile(
                    "postgres(?:ql)?://(?:([^/?:]*)(?::([^/?]*))?@)?([^/?@]+)/([^/?]+)(\\?.*)?");

    private static final String FORMS =
            "请把 DATABASE_URL 写成 postgresql://用户:口令@主机:端口/库名（口令里的特殊字符用百分号编码），"
                    + "或写成 jdbc:postgresql://主机:端口/库名?user=…&password=…；不设它则使用自带的数据库。";

    static DatabaseUrl parse(String text) {
        try {
            DatabaseUrl url = read(text.strip());
            // The driver knows best what it can read; it throws when it cannot.
            DriverManager.getDriver(url.jdbcUrl);
            return url;
        } catch (IllegalArgumentException e) {
            throw new NoDatabase("DATABASE_URL 里的百分号编码写得不对。", FORMS, e);
        } catch (SQLException e) {
            throw new NoDatabase("DATABASE_URL 不是能识别的 PostgreSQL 地址。", FORMS, e);
        }
    }

    private static DatabaseUrl read(String text) {
        Matcher parts = SERVICE_URL.matcher(text);
        if (!parts.matches()) {
            return new DatabaseUrl(text, null, null);
        }
        String options = Objects.requireNonNullElse(parts.group(5), "");
        return new DatabaseUrl(
                "jdbc:postgresql://" + parts.group(3) + "/" + parts.group(4) + options,
                decode(parts.group(1)),
                decode(parts.group(2)));
    }

    private static @Nullable String decode(@Nullable String part) {
        return part == null ? null : StringUtils.uriDecode(part, UTF_8);
    }

    /** A single connection, outside any pool. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, account());
    }

    /** The driver's properties for such a connection. */
    Properties account() {
        Properties account = new Properties();
        account.setProperty("loginTimeout", "10");
        if (user != null) {
            account.setProperty("user", user);
        }
        if (password != null) {
            account.setProperty("password", password);
        }
        return account;
    }

    @Override
    public String toString() {
        return jdbcUrl.replaceFirst("\\?.*", "");
    }
}
