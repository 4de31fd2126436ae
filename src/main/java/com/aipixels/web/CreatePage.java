package com.aipixels.web;

import com.aipixels.gallery.Gallery;
import com.aipixels.gallery.ImageId;
import com.aipixels.generation.Asked;
import com.aipixels.generation.GenerationId;
import com.aipixels.generation.Generations;
import com.aipixels.identity.UserId;
import com.aipixels.identity.Viewer;
import com.aipixels.problems.Problem;
import com.aipixels.provenance.AiNotices;
import com.aipixels.web.CreateModel.Notice;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

@Controller
@RequestMapping("/create")
class CreatePage {

  private final CreateViews views;
  private final Chromes chromes;
  private final Gallery gallery;
  private final Generations generations;
  private final AiNotices notices;
  private final OneTimeKeys keys;

  CreatePage(
      CreateViews views,
      Chromes chromes,
      Gallery gallery,
      Generations generations,
      AiNotices notices,
      OneTimeKeys keys) {
    this.views = views;
    this.chromes = chromes;
    this.gallery = gallery;
    this.generations = generations;
    this.notices = notices;
    this.keys = keys;
  }

  /// @param source the picture to make another from
  /// @param again the request to make again
  @GetMapping
  View empty(
      HttpServletRequest request,
      Viewer viewer,
      @RequestParam(required = false) @Nullable String prompt,
      @RequestParam(required = false) @Nullable ImageId source,
      @RequestParam(required = false) @Nullable GenerationId again) {
    UserId member = viewer.memberId();
    CreateForm form;
    if (source != null) {
      form = CreateForm.after(gallery.image(viewer, source), keys.next());
    } else if (again != null) {
      form = CreateForm.again(generations.generation(member, again), keys.next());
    } else {
      form = CreateForm.saying(prompt, keys.next());
    }
    return views.show(HttpStatus.OK, request, viewer, form, Mistakes.none(), null);
  }

  @PostMapping
  View ask(
      HttpServletRequest request,
      Viewer viewer,
      @ModelAttribute CreateForm form,
      @RequestParam(defaultValue = "false") boolean aiNotice) {
    if (viewer instanceof Viewer.Guest) {
      return refuse(HttpStatus.UNAUTHORIZED, request, viewer, form, Notice.SIGNED_OUT);
    }
    if (aiNotice) {
      notices.read(viewer.memberId());
    } else if (!notices.isRead(viewer.memberId())) {
      return refuse(HttpStatus.BAD_REQUEST, request, viewer, form, Notice.AI_UNREAD);
    }
    try {
      return switch (generations.ask(viewer.memberId(), form.wish(), form.keyOrNull())) {
        case Asked.Accepted accepted -> new SeeOther("/generations/" + accepted.first().id());
        case Asked.TooFewCredits _ ->
            refuse(HttpStatus.PAYMENT_REQUIRED, request, viewer, form, Notice.NO_CREDITS);
        case Asked.KeyReused() ->
            refuse(
                HttpStatus.CONFLICT,
                request,
                viewer,
                form.withKey(keys.next()),
                Notice.ALREADY_SENT);
      };
    } catch (Problem problem) {
      Mistakes mistakes = Mistakes.of(problem, chromes.words(request));
      return views.show(HttpStatus.BAD_REQUEST, request, viewer, form, mistakes, null);
    }
  }

  private View refuse(
      HttpStatus status,
      HttpServletRequest request,
      Viewer viewer,
      CreateForm form,
      Notice notice) {
    return views.show(status, request, viewer, form, Mistakes.none(), notice);
  }
}
