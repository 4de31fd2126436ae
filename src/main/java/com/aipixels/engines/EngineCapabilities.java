package com.aipixels.engines;

/// What an engine does with a request.
///
/// @param model what is shown as the maker of its pictures, such as
///   `black-forest-labs/flux-schnell`
/// @param aiModel whether its pictures come from a trained model and must carry the AI mark
/// @param wantsEnglish whether prompts are translated before they are sent
/// @param negativePrompt whether a negative prompt has an effect
/// @param repeatable whether the same request and seed give the same bytes
/// @param parallelism how many requests it is worth running at a time in one process
public record EngineCapabilities(
    String model,
    boolean aiModel,
    boolean wantsEnglish,
    boolean negativePrompt,
    boolean repeatable,
    int parallelism) {}
