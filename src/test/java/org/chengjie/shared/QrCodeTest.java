package org.chengjie.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTest {

    private static final String LINK =
            "https://chengjie.example.cn/verify?no=14-20201106-00417&code=7F3A9C21E05B44D8";

    @Test
    void canBeReadBackFromItsPath() throws Exception {
        var qr = QrCode.of(LINK);
        var modules = new BitMatrix(qr.size());
        Pattern.compile("M(\\d+) (\\d+)h1v1h-1z")
                .matcher(qr.path())
                .results()
                .forEach(module ->
                        modules.set(
                                Integer.parseInt(module.group(1)),
                                Integer.parseInt(module.group(2))));
        assertThat(new Decoder().decode(modules).getText()).isEqualTo(LINK);
    }

    @Test
    void leavesFourLightModulesAround() {
        var qr = QrCode.of(LINK);
        assertThat(qr.viewBox()).isEqualTo("-4 -4 %1$d %1$d".formatted(qr.size() + 8));
    }
}
