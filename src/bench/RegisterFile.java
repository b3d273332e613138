import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.dhatim.fastexcel.Workbook;

/** A register as an officer would send it: so many new schools. */
final class RegisterFile {

    private static final String[] HEADS = {"学校标识码", "学校名称", "办学层次", "所在市", "隶属"};
    private static final String[] CITIES = {"石家庄市", "唐山市", "秦皇岛市", "邯郸市", "邢台市", "保定市", "张家口市", "承德市", "沧州市", "廊坊市", "衡水市"};

    private RegisterFile() {}

    static byte[] of(int schools) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "bench", "1.0")) {
            var sheet = book.newWorksheet("院校名册");
            row(sheet::value, 0, HEADS);
            for (int i = 0; i < schools; i++) {
                var city = CITIES[i % CITIES.length];
                row(sheet::value, i + 1, "9913%06d".formatted(700_001 + i), city + "第" + (i + 1) + "中等职业学校", "中职学校", city, "市属");
            }
        }
        return bytes.toByteArray();
    }

    private interface Cell {
        void write(int row, int column, String text);
    }

    private static void row(Cell cell, int row, String... texts) {
        for (int column = 0; column < texts.length; column++) {
            cell.write(row, column, texts[column]);
        }
    }
}
