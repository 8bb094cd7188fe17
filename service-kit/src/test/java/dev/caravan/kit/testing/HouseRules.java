package dev.caravan.kit.testing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.bePackagePrivate;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;

/// How our code is laid out, each rule with its reason. A module checks itself in one line:
///
/// ```java
/// @TestFactory
/// Stream<DynamicTest> the_house_rules_hold() {
///     return HouseRules.of("dev.caravan.dns").pure("..zone..").tests();
/// }
/// ```
///
/// @param root the module's package
/// @param pure its packages that know nothing but Java and each other
/// @param translating its packages that know the generated records
/// @param printing its packages that write to a terminal, because a person called them there
public record HouseRules(String root, List<String> pure, List<String> translating, List<String> printing) {

    private static final String GENERATED = "dev.caravan.schemas.*..";
    private static final Set<String> CLOCK_METHODS = Set.of("now", "systemUTC", "systemDefaultZone", "system", "tick");
    private static final List<String> PURE_EVERYWHERE =
            List.of("java..", "org.jspecify..", "dev.caravan.kit.plan..", "dev.caravan.kit.command..");

    public HouseRules {
        pure = List.copyOf(pure);
        translating = List.copyOf(translating);
        printing = List.copyOf(printing);
    }

    /// The rules of a module whose only translating packages are called `messaging`.
    public static HouseRules of(String root) {
        return new HouseRules(root, List.of(), List.of("..messaging.."), List.of());
    }

    /// Names the pure packages, as `..zone..`.
    public HouseRules pure(String... packages) {
        return new HouseRules(root, List.of(packages), translating, printing);
    }

    /// Names all packages that may know the generated records, where `messaging` is not the only one.
    public HouseRules translating(String... packages) {
        return new HouseRules(root, pure, List.of(packages), printing);
    }

    /// Names the packages that write to a terminal; a service has none.
    public HouseRules printing(String... packages) {
        return new HouseRules(root, pure, translating, List.of(packages));
    }

    /// One test for each rule.
    public Stream<DynamicTest> tests() {
        var imported = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(root);
        return rules().map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> check(rule, imported)));
    }

    private static void check(ArchRule rule, JavaClasses imported) {
        rule.allowEmptyShould(true).check(imported);
    }

    Stream<ArchRule> rules() {
        var shape = Stream.of(
                noTangles(),
                translatingOnly(),
                packagesSayWhatTheyAreFor(),
                names(),
                springStaysInside(),
                settingsAreRecords(),
                noFieldInjection(),
                oneClock(),
                everythingHasALimit(),
                nobodyPrints(),
                NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.because("all logging goes through SLF4J"));
        return pure.isEmpty() ? shape : Stream.concat(shape, Stream.of(pureCores(), calmCores(), coresThrowNothing()));
    }

    private ArchRule noTangles() {
        return slices().matching(root + ".(**)")
                .should()
                .beFreeOfCycles()
                .because("a package is a module: what two of them share belongs into a third");
    }

    private ArchRule translatingOnly() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(translating.toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(GENERATED)
                .because("only where messages are translated may the wire's shape be known");
    }

    private ArchRule packagesSayWhatTheyAreFor() {
        return classes()
                .should(new ArchCondition<>("be in a package that says what it is for") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        var said = type.getPackage().isAnnotatedWith(NullMarked.class);
                        var message = type.getPackageName() + " has no package-info with @NullMarked";
                        events.add(new SimpleConditionEvent(type, said, message));
                    }
                })
                .because("one sentence of purpose keeps a package one package, and null out of it");
    }

    private ArchRule names() {
        return noClasses()
                .should()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameStartingWith("Abstract")
                .because("a name says what a thing is in the field's words");
    }

    private ArchRule springStaysInside() {
        return classes()
                .that()
                .areMetaAnnotatedWith("org.springframework.stereotype.Component")
                .and()
                .areNotAnnotatedWith("org.springframework.boot.autoconfigure.SpringBootApplication")
                .should(bePackagePrivate())
                .because("how a package is wired is its own affair");
    }

    private ArchRule settingsAreRecords() {
        return classes()
                .that()
                .areAnnotatedWith("org.springframework.boot.context.properties.ConfigurationProperties")
                .should()
                .beRecords()
                .because("settings are checked once, when they are made, and never change");
    }

    private ArchRule noFieldInjection() {
        return fields().should()
                .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Value")
                .andShould()
                .notBeAnnotatedWith("org.springframework.beans.factory.annotation.Autowired")
                .because("what a thing needs stands in its constructor, and settings in their record");
    }

    private ArchRule oneClock() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("dev.caravan.kit.time..")
                .should()
                .callCodeUnitWhere(readsAClock())
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callCodeUnitWhere(sleeps())
                .because("there is one injected clock, and one place that pauses");
    }

    private ArchRule everythingHasALimit() {
        return noClasses()
                .should()
                .callConstructor(LinkedBlockingQueue.class)
                .orShould()
                .callMethod(Executors.class, "newCachedThreadPool")
                .because("what has no limit fails when it matters");
    }

    private ArchRule nobodyPrints() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(printing.toArray(String[]::new))
                .should(ACCESS_STANDARD_STREAMS)
                .because("what a service says goes to its log");
    }

    /// Of java.net, the spelling of domain names is a computation.
    private static final DescribedPredicate<JavaClass> OUTSIDE_WORLD = resideInAnyPackage(
                    "java.io..", "java.net..", "java.nio.file..", "java.nio.channels..", "java.sql..")
            .and(DescribedPredicate.not(JavaClass.Predicates.equivalentTo(java.net.IDN.class)));

    private ArchRule pureCores() {
        var allowed = new ArrayList<>(PURE_EVERYWHERE);
        allowed.addAll(pure);
        return classes()
                .that()
                .resideInAnyPackage(pure.toArray(String[]::new))
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(allowed.toArray(String[]::new)).and(DescribedPredicate.not(OUTSIDE_WORLD)))
                .because("a core is tested by values alone");
    }

    private ArchRule calmCores() {
        return noClasses()
                .that()
                .resideInAnyPackage(pure.toArray(String[]::new))
                .should()
                .accessTargetWhere(new DescribedPredicate<JavaAccess<?>>("the machine or chance answers") {
                    @Override
                    public boolean test(JavaAccess<?> access) {
                        var owner = access.getTargetOwner();
                        return owner.isEquivalentTo(System.class) && !isArrayCopy(access)
                                || owner.isEquivalentTo(Random.class)
                                        && access.getName().equals("<init>")
                                || owner.isEquivalentTo(SplittableRandom.class)
                                || owner.isEquivalentTo(UUID.class)
                                        && access.getName().equals("randomUUID")
                                || owner.isEquivalentTo(Math.class)
                                        && access.getName().equals("random");
                    }
                })
                .because("the same input gives the same answer, today and in a replay");
    }

    private ArchRule coresThrowNothing() {
        return noClasses()
                .that()
                .resideInAnyPackage(pure.toArray(String[]::new))
                .should()
                .beAssignableTo(Throwable.class)
                .because("a core's failures are values");
    }

    private static boolean isArrayCopy(JavaAccess<?> access) {
        return access.getName().equals("arraycopy") || access.getName().equals("identityHashCode");
    }

    private static DescribedPredicate<JavaCall<?>> readsAClock() {
        return new DescribedPredicate<>("a clock is read that nobody injected") {
            @Override
            public boolean test(JavaCall<?> call) {
                var owner = call.getTargetOwner();
                return owner.getPackageName().equals("java.time")
                        && CLOCK_METHODS.contains(call.getName())
                        && isStatic(call);
            }
        };
    }

    private static boolean isStatic(JavaCall<?> call) {
        return call.getTarget()
                .resolveMember()
                .map(member -> member.getModifiers().contains(JavaModifier.STATIC))
                .orElse(true);
    }

    private static DescribedPredicate<JavaCall<?>> sleeps() {
        return new DescribedPredicate<>("a thread sleeps") {
            @Override
            public boolean test(JavaCall<?> call) {
                return call.getTargetOwner().isEquivalentTo(Thread.class)
                        && call.getName().equals("sleep");
            }
        };
    }
}
