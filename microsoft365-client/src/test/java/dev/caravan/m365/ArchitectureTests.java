package dev.caravan.m365;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.caravan.kit.testing.HouseRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTests {

    private static final DescribedPredicate<JavaClass> OF_A_LIBRARY =
            JavaClass.Predicates.resideInAnyPackage("com.microsoft..", "okhttp3..", "com.azure..");

    @TestFactory
    Stream<DynamicTest> house_rules() {
        return HouseRules.of("dev.caravan.m365").pure("..m365.governor..").tests();
    }

    @Test
    void no_public_method_shows_which_libraries_are_used() {
        var imported = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.caravan.m365");
        noMethods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .arePublic()
                .should()
                .haveRawReturnType(OF_A_LIBRARY)
                .orShould()
                .haveRawParameterTypes(DescribedPredicate.anyElementThat(OF_A_LIBRARY))
                .because("services know tenants, not SDKs")
                .check(imported);
    }
}
