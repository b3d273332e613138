package org.chengjie.provincial.web;

import java.util.List;
import org.chengjie.filing.Verdict;
import org.chengjie.provincial.Latest;
import org.chengjie.provincial.ProvincialSubmissions;
import org.chengjie.shared.Actor;
import org.chengjie.shared.ChinaTime;
import org.chengjie.shared.Tier;
import org.chengjie.web.Banner;
import org.chengjie.web.BannerSection;
import org.springframework.stereotype.Component;

/**
 * Tells the province on every page why nothing can be changed since it has submitted, or why the
 * ministry has returned it, until it submits again (spec P3).
 */
@Component
class SubmissionBanner implements BannerSection {

    private final ProvincialSubmissions submissions;

    SubmissionBanner(ProvincialSubmissions submissions) {
        this.submissions = submissions;
    }

    @Override
    public List<Banner> banners(Actor actor) {
        return actor.tier() != Tier.PROVINCE
                ? List.of()
                : submissions.latest(actor).map(SubmissionBanner::banner).stream().toList();
    }

    private static Banner banner(Latest last) {
        if (last.published()) {
            return new Banner(
                    "本省承接任务已公布，填报、审核和省级承接只能查看",
                    Verdict.PUBLISHED,
                    "回执编号 " + last.receiptNo() + "　" + ChinaTime.minute(last.at()),
                    "");
        }
        var returnedAt = last.returnedAt();
        return returnedAt == null
                ? new Banner(
                        last.accepted() ? "教育部已核对通过本省上报，现在只能查看" : "已汇总上报教育部，现在只能查看",
                        "填报、审核和省级承接都不能再改。确需改动，请联系教育部退回上报。",
                        "回执编号 " + last.receiptNo() + "　" + ChinaTime.minute(last.at()),
                        "")
                : new Banner(
                        "教育部已退回本省上报",
                        last.reason() + "\n改好后，请在“汇总上报”重新上报。",
                        ChinaTime.minute(returnedAt) + "　原回执编号 " + last.receiptNo(),
                        "");
    }
}
