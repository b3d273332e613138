package org.chengjie.journey;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;

/** A screenshot in its 256 most frequent colours: a third of the size, and as legible. */
final class SmallPicture {

    private static final int COLOURS = 256;

    private SmallPicture() {}

    static void copy(Path from, Path to) throws IOException {
        var image = ImageIO.read(from.toFile());
        var palette = palette(image);
        var small =
                new BufferedImage(
                        image.getWidth(),
                        image.getHeight(),
                        BufferedImage.TYPE_BYTE_INDEXED,
                        model(palette));
        var nearest = new HashMap<Integer, Integer>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int index =
                        nearest.computeIfAbsent(image.getRGB(x, y), rgb -> nearest(palette, rgb));
                small.getRaster().setSample(x, y, 0, index);
            }
        }
        Files.createDirectories(to.getParent());
        write(small, to);
    }

    private static void write(BufferedImage image, Path to) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("png").next();
        var best = writer.getDefaultWriteParam();
        best.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        best.setCompressionQuality(0f);
        Files.deleteIfExists(to);
        try (var out = ImageIO.createImageOutputStream(to.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), best);
        } finally {
            writer.dispose();
        }
    }

    private static int[] palette(BufferedImage image) {
        var counts = new HashMap<Integer, Integer>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                counts.merge(image.getRGB(x, y), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(COLOURS)
                .mapToInt(Map.Entry::getKey)
                .toArray();
    }

    private static IndexColorModel model(int[] palette) {
        return new IndexColorModel(
                8,
                COLOURS,
                Arrays.copyOf(palette, COLOURS),
                0,
                false,
                -1,
                java.awt.image.DataBuffer.TYPE_BYTE);
    }

    private static int nearest(int[] palette, int rgb) {
        int best = 0;
        for (int i = 1; i < palette.length; i++) {
            if (distance(palette[i], rgb) < distance(palette[best], rgb)) {
                best = i;
            }
        }
        return best;
    }

    private static int distance(int a, int b) {
        int sum = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int d = (a >> shift & 255) - (b >> shift & 255);
            sum += d * d;
        }
        return sum;
    }
}
