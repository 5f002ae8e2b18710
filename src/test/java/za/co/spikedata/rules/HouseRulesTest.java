package za.co.spikedata.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HouseRulesTest {
    private static final JavaClasses PRODUCT =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("za.co.spikedata");
    private static final JavaClasses BROKEN =
            new ClassFileImporter().importPackages("za.co.spikedata.rules.broken");

    static Stream<Named<ArchRule>> rules() {
        return Stream.of(
                        HouseRules.PURE_MODULES_ARE_PURE,
                        HouseRules.ENGINE_TOUCHES_NO_FILES_THREADS_OR_CLOCKS,
                        HouseRules.ONLY_ENGINE_PDF_READS_WITH_PDFBOX,
                        HouseRules.MODEL_DEPENDS_ON_NOTHING,
                        HouseRules.VERIFIER_SHARES_NO_CODE_WITH_THE_READER,
                        HouseRules.CONTROLLERS_ARE_PACKAGE_PRIVATE,
                        HouseRules.MONEY_IS_NEVER_A_FLOAT,
                        HouseRules.TIME_COMES_FROM_A_CLOCK,
                        HouseRules.TABLES_ASK_FOR_THE_TENANT_FIRST,
                        HouseRules.NAMES_SAY_WHAT_THINGS_ARE,
                        HouseRules.NO_CYCLES)
                .map(rule -> Named.of(rule.getDescription(), rule));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void holdForTheProduct(ArchRule rule) {
        rule.check(PRODUCT);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void failWhereTheyAreBroken(ArchRule rule) {
        assertThat(rule.evaluate(BROKEN).hasViolation()).isTrue();
    }
}
