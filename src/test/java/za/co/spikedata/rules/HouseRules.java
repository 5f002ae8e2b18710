package za.co.spikedata.rules;

import static com.tngtech.archunit.lang.conditions.ArchConditions.notBePublic;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Set;

/** The rules, apart from what they are checked on. */
final class HouseRules {
    private static final Set<String> CLOCKED =
            Set.of(
                    LocalDate.class.getName(),
                    LocalDateTime.class.getName(),
                    OffsetDateTime.class.getName(),
                    ZonedDateTime.class.getName(),
                    Instant.class.getName());

    static final ArchRule PURE_MODULES_ARE_PURE =
            noClasses()
                    .that()
                    .resideInAnyPackage(
                            "..spikedata.engine..", "..spikedata.formats..", "..spikedata.shape..")
                    .and()
                    .doNotHaveSimpleName("package-info")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.springframework..", "jakarta..", "java.sql..", "org.slf4j..");

    static final ArchRule ENGINE_TOUCHES_NO_FILES_THREADS_OR_CLOCKS =
            noClasses()
                    .that()
                    .resideInAPackage("..spikedata.engine..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.nio.file..", "java.util.concurrent.locks..")
                    .orShould()
                    .dependOnClassesThat()
                    .belongToAnyOf(Thread.class, Clock.class, java.io.File.class);

    static final ArchRule ONLY_ENGINE_PDF_READS_WITH_PDFBOX =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "..spikedata.engine.pdf..",
                            "..spikedata.engine.verify..",
                            "..spikedata.samples..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.apache.pdfbox..", "org.apache.fontbox..");

    static final ArchRule MODEL_DEPENDS_ON_NOTHING =
            classes()
                    .that()
                    .resideInAPackage("..spikedata.engine.model..")
                    .and()
                    .doNotHaveSimpleName("package-info")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage("java..", "org.jspecify..", "..engine.model..");

    static final ArchRule VERIFIER_SHARES_NO_CODE_WITH_THE_READER =
            classes()
                    .that()
                    .resideInAPackage("..spikedata.engine.verify..")
                    .and()
                    .doNotHaveSimpleName("package-info")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(
                            "java..",
                            "org.jspecify..",
                            "org.apache.pdfbox..",
                            "..engine.model..",
                            "..engine.verify..");

    static final ArchRule CONTROLLERS_ARE_PACKAGE_PRIVATE =
            classes()
                    .that()
                    .areAnnotatedWith("org.springframework.stereotype.Controller")
                    .or()
                    .areAnnotatedWith("org.springframework.web.bind.annotation.RestController")
                    .should(notBePublic());

    static final ArchRule MONEY_IS_NEVER_A_FLOAT =
            fields().that()
                    .haveNameMatching("(?i).*(amount|balance|cents|money|opening|closing).*")
                    .and()
                    .areDeclaredInClassesThat()
                    .resideInAPackage("..spikedata..")
                    .should()
                    .notHaveRawType(double.class)
                    .andShould()
                    .notHaveRawType(float.class);

    static final ArchRule TIME_COMES_FROM_A_CLOCK =
            noClasses()
                    .should()
                    .callMethodWhere(
                            DescribedPredicate.describe(
                                    "now() without a Clock",
                                    (JavaMethodCall call) ->
                                            call.getTarget().getName().equals("now")
                                                    && call.getTarget()
                                                            .getRawParameterTypes()
                                                            .isEmpty()
                                                    && CLOCKED.contains(
                                                            call.getTargetOwner().getName())));

    static final ArchRule TABLES_ASK_FOR_THE_TENANT_FIRST =
            methods()
                    .that()
                    .areDeclaredInClassesThat()
                    .haveSimpleNameEndingWith("Table")
                    .and()
                    .areDeclaredInClassesThat()
                    .resideOutsideOfPackage("za.co.spikedata.engine..")
                    .and()
                    .areNotPrivate()
                    .and()
                    .areNotStatic()
                    .should()
                    .haveRawParameterTypes(
                            DescribedPredicate.describe(
                                    "a TenantId first",
                                    types ->
                                            !types.isEmpty()
                                                    && types.getFirst()
                                                            .getSimpleName()
                                                            .equals("TenantId")))
                    .allowEmptyShould(true);

    static final ArchRule NO_CYCLES =
            slices().matching("..spikedata.(**)").should().beFreeOfCycles();

    static final ArchRule NAMES_SAY_WHAT_THINGS_ARE =
            noClasses()
                    .that(notNested())
                    .should()
                    .haveNameMatching(".*(Impl|Util|Utils|Helper|Manager|DTO|Dto)$");

    private HouseRules() {}

    private static DescribedPredicate<JavaClass> notNested() {
        return DescribedPredicate.describe("are not nested", type -> !type.isNestedClass());
    }
}
