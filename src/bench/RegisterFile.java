import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.dhatim.fastexcel.Workbook;

/** A register as an officer would send it: so many new schools. */
final class RegisterFile {

    private static final String[] HEADS = {"学校标识码", "学校名称", "办学层次", "所在市", "隶属"};

    /** Beyond the numbers that generated schools of a province have. */
    private static final int FIRST = 700_001;

    private RegisterFile() {}

    static byte[] of(int schools, World world) throws IOException {
        var prefix = "99" + world.province().substring(0, 2);
        var cities = world.cities();
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "bench", "1.0")) {
            var sheet = book.newWorksheet("院校名册");
            row(sheet::value, 0, HEADS);
            for (int i = 0; i < schools; i++) {
                var city = cities.isEmpty() ? "" : cities.get(i % cities.size());
                row(sheet::value, i + 1,
                        "%s%06d".formatted(prefix, FIRST + i), city + "新设第" + (i + 1) + "中等职业学校", "中职学校", city, city.isEmpty() ? "省属" : "市属");
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
