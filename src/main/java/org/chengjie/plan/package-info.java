/**
 * What the country plans: areas, tasks and the items that can be undertaken; a plan is data (spec
 * C1).
 */
@NullMarked
package org.chengjie.plan;

import org.jspecify.annotations.NullMarked;
