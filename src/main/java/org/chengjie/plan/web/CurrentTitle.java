package org.chengjie.plan.web;

import org.chengjie.plan.Plans;
import org.chengjie.web.PlanTitle;
import org.springframework.stereotype.Component;

/** The current plan's title, for the head of every page. */
@Component
class CurrentTitle implements PlanTitle {

    private final Plans plans;

    CurrentTitle(Plans plans) {
        this.plans = plans;
    }

    @Override
    public String planTitle() {
        return plans.lastRead().title();
    }
}
