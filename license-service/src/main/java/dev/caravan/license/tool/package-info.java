/// The tool that copies mailboxes, as the commands see it.
@NullMarked
package dev.caravan.license.tool;

import org.jspecify.annotations.NullMarked;
