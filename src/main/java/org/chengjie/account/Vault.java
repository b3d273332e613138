package org.chengjie.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Seals the secrets of the second factors with AES-256-GCM under a key that is not in the database,
 * so that a copy of the database alone tells none of them (spec A7).
 */
final class Vault {

    /**
     * The operator's setting is not the one that this was sealed under, or it was tampered with.
     */
    static final class WrongKey extends Exception {
        private static final long serialVersionUID = 1;
    }

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Optional<SecretKey> key;

    Vault(Optional<String> operatorsSecret) {
        this.key = operatorsSecret.map(Vault::derived);
    }

    boolean hasKey() {
        return key.isPresent();
    }

    /** What is sealed for one account opens for no other. */
    byte[] seal(byte[] plain, long accountId) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, accountId).doFinal(plain);
            return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] open(byte[] sealed, long accountId) throws WrongKey {
        var nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        try {
            return cipher(Cipher.DECRYPT_MODE, nonce, accountId)
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (GeneralSecurityException e) {
            throw (WrongKey) new WrongKey().initCause(e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, long accountId) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key.orElseThrow(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(ByteBuffer.allocate(Long.BYTES).putLong(accountId).flip());
        return cipher;
    }

    /** A purpose of its own, so that another use of the setting would have another key. */
    private static SecretKey derived(String secret) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            "AES",
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(secret.getBytes(UTF_8))
                                    .thenExpand(
                                            "chengjie second factor".getBytes(UTF_8), KEY_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
