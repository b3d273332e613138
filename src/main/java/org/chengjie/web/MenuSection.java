package org.chengjie.web;

import java.util.List;
import org.chengjie.shared.Actor;

/**
 * What a module adds to the rail: a bean, placed by {@code @Order}; it answers for whoever is
 * signed in.
 */
public interface MenuSection {

    List<MenuEntry> entries(Actor actor);
}
