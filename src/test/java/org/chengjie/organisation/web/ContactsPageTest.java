package org.chengjie.organisation.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.chengjie.PageTest;
import org.chengjie.Visitor;
import org.chengjie.World;
import org.chengjie.organisation.ProvinceContact;
import org.chengjie.organisation.ProvinceContacts;
import org.chengjie.shared.Actor;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** 省级平台联系人 (spec P1). */
@PageTest
class ContactsPageTest {

    private static final String PAGE = "/province/contacts";

    @Autowired private MockMvc mvc;
    @Autowired private World world;
    @Autowired private ProvinceContacts contacts;

    private Actor officer;
    private Visitor visitor;

    @BeforeEach
    void arrive() {
        officer = world.officer(World.PROVINCE, "周敏");
        visitor = world.visit(mvc, officer);
    }

    @Test
    void keepsTwoPeopleAndShowsThemToTheSchools() throws Exception {
        send("周敏", "0351-6600555", "吴刚", "１３８１１１１１１１１");
        assertThat(visitor.location()).isEqualTo(PAGE + "?saved=true");
        assertThat(contacts.of(officer.unitId()))
                .containsExactly(
                        new ProvinceContact(1, "周敏", "0351-6600555"),
                        new ProvinceContact(2, "吴刚", "13811111111"));
        var school = world.visit(mvc, world.school(World.PROVINCE));
        assertThat(school.get("/school/contacts").select("a[href^=tel]").eachAttr("href"))
                .containsExactly("tel:0351-6600555", "tel:13811111111");
    }

    @Test
    void saysWhatIsWrongBesideTheField() throws Exception {
        var page = send("周敏", "javascript:alert(1)", "", "");
        assertThat(visitor.status()).isEqualTo(422);
        assertThat(page.expectFirst("#phone1-e").text()).startsWith("联系电话只能有数字");
        assertThat(page.expectFirst("#phone1").val()).isEqualTo("javascript:alert(1)");
        assertThat(send("", "", "", "").expectFirst("#name1-e").text())
                .isEqualTo("请至少填一位联系人，学校遇到问题时要找到您。");
        assertThat(contacts.of(officer.unitId())).isEmpty();
    }

    @Test
    void showsANameAsText() throws Exception {
        send("<svg onload=1>", "0351-6600555", "", "");
        var school = world.visit(mvc, world.school(World.PROVINCE));
        assertThat(school.get("/school/contacts").select("[onload]")).isEmpty();
        assertThat(visitor.get(PAGE).expectFirst("#name1").val()).isEqualTo("<svg onload=1>");
    }

    @Test
    void letsViewersOnlyLook() throws Exception {
        world.makeViewer(officer);
        send("周敏", "0351-6600555", "", "");
        assertThat(visitor.status()).isEqualTo(403);
        assertThat(contacts.of(officer.unitId())).isEmpty();
    }

    private Document send(String name1, String phone1, String name2, String phone2)
            throws Exception {
        var token = visitor.get(PAGE).expectFirst("[name=_csrf]").val();
        return visitor.send(
                MockMvcRequestBuilders.post(PAGE)
                        .param("_csrf", token)
                        .param("name", name1, name2)
                        .param("phone", phone1, phone2));
    }
}
