package com.aipixels.web;

import com.aipixels.credits.Balance;
import com.aipixels.credits.Credits;
import com.aipixels.gallery.Gallery;
import com.aipixels.gallery.ImageCard;
import com.aipixels.gallery.ImageId;
import com.aipixels.generation.History;
import com.aipixels.generation.PromptUse;
import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import com.aipixels.provenance.AiNotices;
import com.aipixels.web.CreateModel.Notice;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/// Shows the form that asks for a picture, with what its member has to know before they do.
@Component
class CreateViews {

  private static final int PROMPTS = 6;

  private final Pages pages;
  private final Chromes chromes;
  private final Credits credits;
  private final Gallery gallery;
  private final History history;
  private final AiNotices notices;

  CreateViews(
      Pages pages,
      Chromes chromes,
      Credits credits,
      Gallery gallery,
      History history,
      AiNotices notices) {
    this.pages = pages;
    this.chromes = chromes;
    this.credits = credits;
    this.gallery = gallery;
    this.history = history;
    this.notices = notices;
  }

  /// A source that cannot be seen any more is dropped from the form, whatever became of it.
  View show(
      HttpStatus status,
      HttpServletRequest request,
      Viewer viewer,
      CreateForm form,
      Mistakes mistakes,
      @Nullable Notice notice) {
    Balance balance = null;
    List<PromptUse> used = List.of();
    boolean tellsOfAi = false;
    if (viewer instanceof Viewer.Member(UserId member)) {
      balance = credits.balance(member);
      used = history.prompts(member, "", PROMPTS);
      tellsOfAi = !notices.isRead(member);
    }
    ImageCard source = source(viewer, form.source());
    // Whoever was signed out meanwhile may see it again afterwards.
    CreateForm shown = source == null && balance != null ? form.from(null) : form;
    return pages.show(
        status,
        new CreateModel(
            chromes.of(request, viewer),
            shown,
            source,
            used,
            mistakes,
            notice,
            balance,
            tellsOfAi));
  }

  private @Nullable ImageCard source(Viewer viewer, @Nullable ImageId id) {
    return id == null ? null : gallery.cards(viewer, List.of(id)).get(id);
  }
}
