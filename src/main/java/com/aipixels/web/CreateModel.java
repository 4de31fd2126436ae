package com.aipixels.web;

import com.aipixels.credits.Balance;
import com.aipixels.gallery.ImageCard;
import com.aipixels.generation.PromptUse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The form that asks for a picture.
///
/// @param source the picture that the new one is made from
/// @param used the member's own latest prompts
/// @param balance null where the member's session has ended while they were writing
/// @param tellsOfAi whether the member has yet to say that they know of AI
public record CreateModel(
    Chrome chrome,
    CreateForm form,
    @Nullable ImageCard source,
    List<PromptUse> used,
    Mistakes mistakes,
    @Nullable Notice notice,
    @Nullable Balance balance,
    boolean tellsOfAi)
    implements PageModel {

  private static final List<String> EXAMPLES =
      List.of("example.1", "example.2", "example.3", "example.4", "example.5");

  /// Why a form that breaks no rule was not taken on.
  public enum Notice {
    NO_CREDITS,
    ALREADY_SENT,
    SIGNED_OUT,
    AI_UNREAD
  }

  @Override
  public String template() {
    return "create.jte";
  }

  /// Whether the source is somebody else's.
  public boolean remixes() {
    return source != null
        && !(chrome.account() != null && source.owner().equals(chrome.account().userId()));
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
