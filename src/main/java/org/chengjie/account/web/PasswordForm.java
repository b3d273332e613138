package org.chengjie.account.web;

import java.util.Objects;
import org.chengjie.account.Contact;
import org.jspecify.annotations.Nullable;

/** The change form as typed (spec A4); a field that is missing is as good as empty. */
public record PasswordForm(
        String oldPassword,
        String newPassword,
        String newPasswordAgain,
        String name,
        String officePhone,
        String mobile,
        String privacy) {

    public PasswordForm(
            @Nullable String oldPassword,
            @Nullable String newPassword,
            @Nullable String newPasswordAgain,
            @Nullable String name,
            @Nullable String officePhone,
            @Nullable String mobile,
            @Nullable String privacy) {
        this.oldPassword = Objects.requireNonNullElse(oldPassword, "");
        this.newPassword = Objects.requireNonNullElse(newPassword, "");
        this.newPasswordAgain = Objects.requireNonNullElse(newPasswordAgain, "");
        this.name = Objects.requireNonNullElse(name, "");
        this.officePhone = Objects.requireNonNullElse(officePhone, "");
        this.mobile = Objects.requireNonNullElse(mobile, "");
        this.privacy = Objects.requireNonNullElse(privacy, "");
    }

    static PasswordForm of(Contact contact) {
        return new PasswordForm(
                "", "", "", contact.name(), contact.officePhone(), contact.mobile(), "");
    }

    Contact contact() {
        return new Contact(name, officePhone, mobile);
    }
}
