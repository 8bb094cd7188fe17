package dev.caravan.schemas;

import org.apache.avro.util.ClassSecurityValidator;

/// Avro 1.12.2 instantiates no class by name unless it is trusted: ours are, by their package, once per process.
final class Trust {

    static final String PACKAGE = Trust.class.getPackageName() + ".";

    static {
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(), type -> type.getName().startsWith(PACKAGE)));
    }

    private Trust() {}

    /// Makes sure that our records may be instantiated; loading this class is all it takes.
    static void establish() {}
}
