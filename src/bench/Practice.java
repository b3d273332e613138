/**
 * What the first people do with a new product: the training run of its AOT cache, so that the JVM finds their classes loaded
 * and knows their methods. Usage: {@code java Practice.java http://127.0.0.1:PORT}, on a new demo world.
 */
class Practice {

    /** Enough for the methods of a page and of a save to be counted as used, and still a few seconds. */
    private static final int TIMES = 10;

    static void main(String[] args) throws Exception {
        var school = new SchoolForm(args[0]);
        school.arrive("SCHOOL", "4114013528");
        for (int i = 0; i < TIMES; i++) {
            school.load();
            school.save(i % 2 == 0 ? 1 : SchoolForm.ALL);
        }
        school.submit();

        var province = new User(args[0]);
        province.arrive("PROVINCE", "140000");
        var ministry = new User(args[0]);
        ministry.arrive("MINISTRY", "moe");
        for (int i = 0; i < TIMES; i++) {
            province.get("/province/desk");
            province.get("/province/schools");
            province.get("/province/rows");
            ministry.get("/ministry/overview");
        }
    }
}
