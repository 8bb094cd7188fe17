/// Teams and Skype among the plans of users' licences, and the planning of their going and return.
/// Pure.
@NullMarked
package dev.caravan.license.chat;

import org.jspecify.annotations.NullMarked;
