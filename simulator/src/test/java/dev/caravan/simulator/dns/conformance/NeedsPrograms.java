package dev.caravan.simulator.dns.conformance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/// Runs tests only where programs of the system are installed; says otherwise which package brings them.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ProgramsPresent.class)
public @interface NeedsPrograms {

    /// The programs.
    String[] value();

    /// The Debian packages that bring them.
    String packages();
}
