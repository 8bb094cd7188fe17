package dev.caravan.simulator;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.RestController;

class ArchitectureTests {

    private static final JavaClasses CODE =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("dev.caravan.simulator");

    @Test
    void none_of_our_own_code() {
        // Given
        ArchRule rule = noClasses()
                .should()
                .dependOnClassesThat(
                        resideInAPackage("dev.caravan..").and(resideOutsideOfPackage("dev.caravan.simulator..")))
                .because("a mistake that both sides make would cancel out");
        // Then
        rule.check(CODE);
    }

    @Test
    void packages_without_cycles() {
        // Given
        ArchRule rule = slices().matching("dev.caravan.simulator.(*)..")
                .should()
                .beFreeOfCycles()
                .because("whoever reads one package must not need all of them");
        // Then
        rule.check(CODE);
    }

    @Test
    void worlds_and_their_generator_need_no_spring() {
        // Given
        ArchRule rule = noClasses()
                .that()
                .resideInAPackage("dev.caravan.simulator.generator..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .because("a world is made from a seed and nothing else");
        // Then
        rule.check(CODE);
    }

    @Test
    void wiring_is_nobody_elses_business() {
        // Given
        ArchRule rule = classes()
                .that()
                .areAnnotatedWith(Configuration.class)
                .or()
                .areAnnotatedWith(RestController.class)
                .should()
                .bePackagePrivate()
                .because("packages meet by their types, not by their wiring");
        // Then
        rule.check(CODE);
    }
}
