package za.co.spikedata.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ShapeTest {
    @Test
    void keepsTheFormAndNoContent() {
        assertThat(Shape.of("Pick n Pay 123.45")).hasToString("Aaaa a Aaa 999.99");
        assertThat(Shape.of("-R1 234,50 Cr")).hasToString("-A9 999,99 Aa");
        assertThat(Shape.of("thandi@example.org")).hasToString("aaaaaa@aaaaaaa.aaa");
    }

    @Test
    void knowsLettersAndDigitsOfEveryScript() {
        assertThat(Shape.of("Ṱhaluso 期初 ٣٤ Ⅻ ½ 𝟗")).hasToString("Aaaaaaa aa 99 A 9 9");
    }

    @Test
    void breaksNoLineOfALog() {
        assertThat(Shape.of("a\r\nb\u2028c\u0000d\u202Ee").form()).isEqualTo("a  a a a a");
    }

    @Test
    void tellsNothingOfAValueByItsLengthBeyondTwoHundred() {
        assertThat(Shape.of("x".repeat(201))).isEqualTo(Shape.of("y".repeat(5_000)));
    }

    @Test
    void isItsOwnShape() {
        var random = new Random(5);
        for (int i = 0; i < 2_000; i++) {
            int[] characters = random.ints(12, 0, Character.MAX_CODE_POINT).toArray();
            Shape shape = Shape.of(new String(characters, 0, characters.length));

            assertThat(Shape.of(shape.form())).isEqualTo(shape);
        }
    }

    @Test
    void cannotHoldContent() {
        assertThatThrownBy(() -> new Shape("Naidoo"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("Naidoo");
    }
}
