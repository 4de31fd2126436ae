package com.aipixels.web;

import com.aipixels.credits.Balance;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The form that asks for a picture.
///
/// @param balance null where the member's session has ended while they were writing
public record CreateModel(
    Chrome chrome,
    CreateForm form,
    Mistakes mistakes,
    @Nullable Notice notice,
    @Nullable Balance balance)
    implements PageModel {

  private static final List<String> EXAMPLES =
      List.of("example.1", "example.2", "example.3", "example.4", "example.5");

  /// Why a form that breaks no rule was not taken on.
  public enum Notice {
    NO_CREDITS,
    ALREADY_SENT,
    SIGNED_OUT
  }

  @Override
  public String template() {
    return "create.jte";
  }

  public List<String> examples() {
    return EXAMPLES.stream().map(key -> chrome.words().of(key)).toList();
  }

  /// Whether the less common fields have something to say.
  public boolean showsDetails() {
    return List.of("negativePrompt", "title", "tags", "seed").stream()
            .anyMatch(field -> mistakes.in(field) != null)
        || !(form.negativePrompt() + form.title() + form.tags() + form.seed()).isEmpty();
  }
}
