package org.chengjie;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;
import org.chengjie.account.Proof;

/** Works out what a browser works out in place of reading the sign-in picture: see proof.js. */
public final class Proofs {

    private Proofs() {}

    public static String work(UUID id) throws Exception {
        var sha = MessageDigest.getInstance("SHA-256");
        var numbers = new StringBuilder();
        for (int part = 0; part < Proof.PARTS; part++) {
            int number = -1;
            byte[] hash;
            do {
                var text = id + ":" + part + ":" + ++number;
                hash = sha.digest(text.getBytes(StandardCharsets.US_ASCII));
            } while (zeroBits(hash) < Proof.ZERO_BITS);
            numbers.append(part == 0 ? "" : ",").append(number);
        }
        return numbers.toString();
    }

    private static int zeroBits(byte[] hash) {
        return Integer.numberOfLeadingZeros(
                (hash[0] & 0xff) << 24 | (hash[1] & 0xff) << 16 | (hash[2] & 0xff) << 8);
    }
}
