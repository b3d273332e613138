package org.chengjie.web;

/** What the plan that is undertaken now is called: it stands at the head of every page. */
public interface PlanTitle {

    String planTitle();
}
