import java.util.Locale;

/**
 * One measured figure, as a line whose columns are parted by tabs. What a group does not have is NaN.
 *
 * @param group which table it belongs to
 * @param atOnce how many asked at once
 * @param asked how often it was asked for, together
 * @param rows how many rows of the database it is about
 * @param p50 the median, and the other percentiles, in milliseconds
 * @param alone what PostgreSQL alone takes for the same rows, in milliseconds
 * @param cpu CPU time of one
 */
record Line(
        String group, String name, int atOnce, double asked, double rows, double perSecond, double p50, double p95, double p99, double alone, Cpu cpu) {

    /** Of any group that is one: a name and a value that is no figure. */
    static void fact(String name, Object value) {
        System.out.println("fact\t" + name + "\t" + value);
    }

    void print() {
        System.out.printf(
                Locale.ROOT, "%s\t%s\t%d\t%.0f\t%.0f\t%.2f\t%.3f\t%.3f\t%.3f\t%.3f\t%.3f\t%.3f\t%.3f%n",
                group, name, atOnce, asked, rows, perSecond, p50, p95, p99, alone, cpu.product(), cpu.database(), cpu.client());
    }

    static Line read(String text) {
        var columns = text.split("\t");
        var numbers = new double[columns.length];
        for (int i = 2; i < columns.length; i++) {
            numbers[i] = Double.parseDouble(columns[i]);
        }
        return new Line(
                columns[0], columns[1], (int) numbers[2], numbers[3], numbers[4], numbers[5], numbers[6], numbers[7], numbers[8],
                numbers[9], new Cpu(numbers[10], numbers[11], numbers[12]));
    }

    /** The same case of another scale. */
    String key() {
        return group + '\t' + name + '\t' + atOnce;
    }
}
