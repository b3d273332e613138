package org.chengjie.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.chengjie.shared.Refusal;

/**
 * Unpacks a file that somebody sent before anything reads it, counting what really comes out: a
 * parcel of 1.5 MB may hold 300. What has been looked at is packed anew, so that the reader cannot
 * find a part that was not.
 */
final class Parcel {

    private static final int HEAVIEST_FILE = 10 << 20;
    private static final int MOST_UNPACKED = 24 << 20;
    private static final int MOST_PARTS = 500;
    private static final byte[] DOCTYPE = "<!DOCTYPE".getBytes(StandardCharsets.US_ASCII);

    private static final String NOT_XLSX =
            "这不是 .xlsx 文件。请用 Excel 或 WPS 打开，另存为“Excel 工作簿（.xlsx）”后再上传。";
    private static final String OLD = "这是旧版 .xls 文件，或设了打开密码。请取消密码，另存为“Excel 工作簿（.xlsx）”后再上传。";
    private static final String BROKEN = "文件打不开，可能没有传完整。请用 Excel 或 WPS 打开看看，重新保存后再上传。";
    private static final String TOO_BIG = "文件太大，不超过 10 MB、5,000 行。请删去图片和多余的行列后再上传。";
    private static final String UNSAFE = "文件里有不能接受的内容（DOCTYPE）。请把数据复制到下载的模板里，再上传。";

    private Parcel() {}

    /** The same workbook with its tables only, or a refusal in words. */
    static byte[] opened(byte[] file) {
        refuseByFirstBytes(file);
        var clean = new ByteArrayOutputStream();
        boolean book = false;
        int left = MOST_UNPACKED;
        int parts = 0;
        try (var in =
                        ZipFile.builder()
                                .setSeekableByteChannel(new SeekableInMemoryByteChannel(file))
                                .get();
                var out = new ZipOutputStream(clean)) {
            out.setLevel(Deflater.BEST_SPEED);
            for (var part : Collections.list(in.getEntries())) {
                var name = part.getName();
                if (++parts > MOST_PARTS) {
                    throw Refusal.invalid(TOO_BIG);
                }
                if (!name.endsWith(".xml") && !name.endsWith(".rels")) {
                    continue;
                }
                byte[] bytes;
                try (var content = in.getInputStream(part)) {
                    bytes = content.readNBytes(left + 1);
                }
                left -= bytes.length;
                if (left < 0) {
                    throw Refusal.invalid(TOO_BIG);
                }
                refuseUnsafe(bytes);
                out.putNextEntry(new ZipEntry(name));
                out.write(bytes);
                book |= name.equals("xl/workbook.xml");
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw Refusal.invalid(BROKEN);
        }
        if (!book) {
            throw Refusal.invalid(parts == 0 ? BROKEN : NOT_XLSX);
        }
        return clean.toByteArray();
    }

    private static void refuseByFirstBytes(byte[] file) {
        if (file.length == 0) {
            throw Refusal.invalid("还没有选择文件，或文件是空的。请选择 .xlsx 文件。");
        }
        if (file.length > HEAVIEST_FILE) {
            throw Refusal.invalid(TOO_BIG);
        }
        if (file.length > 3 && (file[0] & 0xff) == 0xd0 && (file[1] & 0xff) == 0xcf) {
            throw Refusal.invalid(OLD);
        }
        if (file.length < 4 || file[0] != 'P' || file[1] != 'K') {
            throw Refusal.invalid(NOT_XLSX);
        }
    }

    /** XML of two bytes a character could hide what is looked for here; no program writes it so. */
    private static void refuseUnsafe(byte[] xml) {
        for (int i = 0; i < xml.length; i++) {
            if (xml[i] == 0 || (xml[i] == '<' && startsAt(xml, i))) {
                throw Refusal.invalid(UNSAFE);
            }
        }
    }

    private static boolean startsAt(byte[] xml, int at) {
        for (int i = 0; i < DOCTYPE.length; i++) {
            if (at + i >= xml.length || xml[at + i] != DOCTYPE[i]) {
                return false;
            }
        }
        return true;
    }
}
