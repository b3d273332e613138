package org.chengjie.shared;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * A QR code as a path of SVG, a unit for each module (spec F12, A7).
 *
 * @param size modules to a side, without the quiet zone
 */
public record QrCode(int size, String path) {

    /** How many light modules there must be around. */
    private static final int QUIET = 4;

    public static QrCode of(String text) {
        try {
            var modules = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
            var path = new StringBuilder();
            for (int y = 0; y < modules.getHeight(); y++) {
                for (int x = 0; x < modules.getWidth(); x++) {
                    if (modules.get(x, y) == 1) {
                        path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                    }
                }
            }
            return new QrCode(modules.getWidth(), path.toString());
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException(tooLong);
        }
    }

    public String viewBox() {
        int whole = size + 2 * QUIET;
        return "-%d -%d %d %d".formatted(QUIET, QUIET, whole, whole);
    }
}
