import java.lang.reflect.Constructor;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesProvider;
import java.util.NavigableMap;
import java.util.Set;

/**
 * Lets China's midnight fall on the second that {@code rehearsal.midnight} names, for a rehearsal of the last hour: windows
 * end at a midnight, and nobody wants to wait for one. The product and its clock stay as they are; only where the day ends is
 * moved. Named to the JVM as {@code java.time.zone.DefaultZoneRulesProvider}, which needs java.base/java.time.zone opened.
 */
public final class Midnight extends ZoneRulesProvider {

    private static final String CHINA = "Asia/Shanghai";
    private static final int DAY = 86_400;

    private final ZoneRulesProvider others = others();
    private final ZoneRules china = ZoneRules.of(offset(Long.getLong("rehearsal.midnight")));

    /** The one nearest to China's own that makes this second a midnight. */
    static ZoneOffset offset(long midnight) {
        int own = 8 * 3600;
        int shift = (int) Math.floorMod(-(midnight + own), (long) DAY);
        int offset = own + (shift > DAY / 2 ? shift - DAY : shift);
        return ZoneOffset.ofTotalSeconds(offset > 18 * 3600 ? offset - DAY : offset);
    }

    /** The day that ends then, as the shifted zone counts; for whoever sets the window. */
    public static void main(String[] args) {
        long midnight = Long.parseLong(args[0]);
        System.out.println(
                LocalDateTime.ofInstant(Instant.ofEpochSecond(midnight - 1), offset(midnight)).toLocalDate());
    }

    private static ZoneRulesProvider others() {
        try {
            Constructor<?> made = Class.forName("java.time.zone.TzdbZoneRulesProvider").getDeclaredConstructor();
            made.setAccessible(true);
            return (ZoneRulesProvider) made.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected Set<String> provideZoneIds() {
        return call("provideZoneIds");
    }

    @Override
    protected ZoneRules provideRules(String zone, boolean forCaching) {
        return zone.equals(CHINA) ? china : call("provideRules", zone, forCaching);
    }

    @Override
    protected NavigableMap<String, ZoneRules> provideVersions(String zone) {
        return call("provideVersions", zone);
    }

    /** Protected there, and in a package that is only opened. */
    @SuppressWarnings("unchecked")
    private <T> T call(String name, Object... given) {
        try {
            for (var method : others.getClass().getDeclaredMethods()) {
                if (method.getName().equals(name) && method.getParameterCount() == given.length) {
                    method.setAccessible(true);
                    return (T) method.invoke(others, given);
                }
            }
            throw new IllegalStateException(name);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
