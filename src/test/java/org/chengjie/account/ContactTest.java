package org.chengjie.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a contact must look like (spec A4). */
class ContactTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "010-87654321",
                "0310-8888888",
                "0310-8888888-8001",
                "０３１０－８８８８８８８",
                "0310—8888888",
                "0310 - 8888888"
            })
    void takesOfficePhonesAsPeopleTypeThem(String typed) {
        assertThat(new Contact("张三", typed, "13000000001").faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "03108888888, 请在区号后加",
        "'', 还没有填办公电话",
        "310-8888888, 以 0 开头",
        "0310-888888, 号码 7 到 8 位",
        "0310-888888888, 号码 7 到 8 位",
        "0310-8888888-, 号码 7 到 8 位",
        "abc, 请在区号后加"
    })
    void saysWhatIsWrongWithAnOfficePhone(String typed, String words) {
        assertThat(new Contact("张三", typed, "13000000001").faults().get(Contact.OFFICE_PHONE))
                .contains(words);
    }

    @ParameterizedTest
    @CsvSource({
        "1300000001, 现在是 10 位",
        "130000000012, 现在是 12 位",
        "23000000001, 应以 1 开头",
        "1300000000a, 别的字符",
        "'', 还没有填手机号"
    })
    void saysWhatIsWrongWithAMobile(String typed, String words) {
        assertThat(new Contact("张三", "010-87654321", typed).faults().get(Contact.MOBILE))
                .contains(words);
    }

    @Test
    void takesFullWidthDigitsAsDigits() {
        var contact = new Contact(" 李四 ", "０１０－８７６５４３２１", "１３０００００００１１");
        assertThat(contact).isEqualTo(new Contact("李四", "010-87654321", "13000000011"));
        assertThat(contact.faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "　"})
    void needsAName(String name) {
        assertThat(new Contact(name, "010-87654321", "13000000001").faults())
                .containsOnlyKeys(Contact.NAME);
    }

    @Test
    void takesNamesUpToFortySigns() {
        assertThat(new Contact("名".repeat(40), "010-87654321", "13000000001").faults()).isEmpty();
        assertThat(new Contact("名".repeat(41), "010-87654321", "13000000001").faults())
                .containsOnlyKeys(Contact.NAME);
    }

    @Test
    void masksPhonesOfAnyLength() {
        assertThat(Contact.masked("13800000001")).isEqualTo("138****0001");
        assertThat(Contact.masked("12345")).isEqualTo("*****");
        assertThat(Contact.masked("")).isEmpty();
    }
}
