/** The pages of the plan: the ministry's catalogue of tasks, its revisions, a plan from a file. */
@NullMarked
package org.chengjie.plan.web;

import org.jspecify.annotations.NullMarked;
