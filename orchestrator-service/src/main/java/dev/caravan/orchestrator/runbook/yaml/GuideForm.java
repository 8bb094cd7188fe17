package dev.caravan.orchestrator.runbook.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Reads numbers of guide steps: 1 to 115, or those of the other guides, as in `M1.2`.
final class GuideForm {

    private static final Pattern NUMBER =
            Pattern.compile("[1-9][0-9]?|10[0-9]|11[0-5]|[A-Z][A-Za-z]{0,9}[0-9]?\\.[0-9]{1,2}[a-z]?");

    private GuideForm() {}

    static List<String> read(Fields fields, Problems problems) {
        var numbers = new ArrayList<String>();
        for (var item : fields.items("guide")) {
            var number = item instanceof YamlNode.Scalar scalar ? scalar.text() : item.kind();
            if (!NUMBER.matcher(number).matches()) {
                problems.error(
                        item.mark(), "`%s` is no number of a guide: write 1 to 115, or as in M1.2".formatted(number));
            } else if (numbers.contains(number)) {
                problems.error(item.mark(), "`%s` is in `guide` twice".formatted(number));
            } else {
                numbers.add(number);
            }
        }
        return numbers;
    }
}
