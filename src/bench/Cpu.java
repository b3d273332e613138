/** CPU time used by the product, by the database with all its processes, and by whoever asks them, in milliseconds. */
record Cpu(double product, double database, double client) {

    /** Where it cannot be told apart. */
    static final Cpu UNKNOWN = new Cpu(Double.NaN, Double.NaN, Double.NaN);

    Cpu since(Cpu before) {
        return new Cpu(product - before.product, database - before.database, client - before.client);
    }

    Cpu each(double times) {
        return new Cpu(product / times, database / times, client / times);
    }

    /** What the server spends, whoever asks. */
    double server() {
        return product + database;
    }
}
