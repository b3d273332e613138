package org.chengjie.account;

import cn.hutool.captcha.CircleCaptcha;
import cn.hutool.captcha.generator.CodeGenerator;
import java.awt.Color;
import java.awt.image.ByteLookupTable;
import java.awt.image.LookupOp;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The sign-in pictures that have been shown; each can be used once, by reading it or by a {@link
 * Proof} worked out for its id (spec A1, A5).
 */
@Repository
public class Captchas {

    /** A picture, as the address of an image. */
    public record Captcha(UUID id, String image) {}

    /** Nothing that is easily taken for something else. */
    private static final String SIGNS = "34679ACDEFGHJKMNPQRTUVWXY";

    private static final int LENGTH = 4;
    private static final Duration VALID = Duration.ofMinutes(30);
    private static final byte[] DARKER = darker();
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final CaptchaSetting setting;

    Captchas(JdbcClient jdbc, CaptchaSetting setting) {
        this.jdbc = jdbc;
        this.setting = setting;
    }

    /** A new picture; none where the installation asks for none. */
    public Optional<Captcha> draw(Instant now) {
        if (!setting.on()) {
            return Optional.empty();
        }
        var answer =
                RANDOM.ints(LENGTH, 0, SIGNS.length())
                        .mapToObj(i -> String.valueOf(SIGNS.charAt(i)))
                        .collect(Collectors.joining());
        var id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into account.captcha (id, answer, expires_at)
                        values (:id, :answer, :expires)
                        """)
                .param("id", id)
                .param("answer", answer)
                .param("expires", Logins.at(now.plus(VALID)))
                .update();
        return Optional.of(new Captcha(id, picture(answer)));
    }

    /** Whether it was read rightly, or proven; either way that picture is used up. */
    public boolean passes(@Nullable UUID id, String typed, String work, Instant now) {
        if (!setting.on()) {
            return true;
        }
        if (id == null) {
            return false;
        }
        var read =
                Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
        return jdbc.sql(
                        """
                        delete from account.captcha where id = :id
                        returning (answer = :read or :proven) and expires_at > :now
                        """)
                .param("id", id)
                .param("read", read)
                .param("proven", !work.isEmpty() && Proof.proves(id, work))
                .param("now", Logins.at(now))
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    void sweep(Instant now) {
        jdbc.sql("delete from account.captcha where expires_at <= :now")
                .param("now", Logins.at(now))
                .update();
    }

    /**
     * At twice the size it is shown, for sharp screens; its random colours are darkened, for some
     * are too pale to read.
     */
    private static String picture(String answer) {
        var captcha = new CircleCaptcha(240, 72, new Fixed(answer), 12);
        captcha.setBackground(Color.WHITE);
        var image = captcha.getImage();
        new LookupOp(new ByteLookupTable(0, DARKER), null).filter(image, image);
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    private static byte[] darker() {
        var table = new byte[256];
        for (var i = 0; i < table.length; i++) {
            table[i] = (byte) Math.round(255 * Math.pow(i / 255.0, 3));
        }
        return table;
    }

    private record Fixed(String answer) implements CodeGenerator {

        @Override
        public String generate() {
            return answer;
        }

        @Override
        public boolean verify(String code, String typed) {
            return code.equalsIgnoreCase(typed);
        }
    }
}
