package org.chengjie.plan.web;

import java.util.List;
import java.util.Map;
import org.chengjie.plan.Filed;
import org.chengjie.plan.PlanField;

/**
 * What a form of the plan is about: an area, a task, an item, or one to be added.
 *
 * @param address where it is, behind the plan's own address
 * @param stored what its fields hold now
 * @param filed what has been filed on it
 * @param removable whether it can be taken out
 */
record Matter(
        String heading,
        String address,
        List<PlanField> fields,
        Map<PlanField, String> stored,
        Filed filed,
        boolean removable) {}
