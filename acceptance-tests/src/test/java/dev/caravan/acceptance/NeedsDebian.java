package dev.caravan.acceptance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/// A check with a program or a library of Debian; without it, it is skipped with a message that names the package.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsDebianCondition.class)
@interface NeedsDebian {

    /// A file that the package installs.
    String file();

    /// The package's name.
    String pkg();
}
