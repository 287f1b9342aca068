"""Ambiguous names count where the words around them speak for them, and only there."""

import pytest

from kg.lexicon import Match, load, supported
from kg.lexicon.context import spelled_otherwise

HOLDS = [
    ("The tuned model solves half of MATH and most of GSM8K.", "benchmark/math"),
    ("It gains four points on the MATH benchmark.", "benchmark/math"),
    ("It reaches 61.5% on MATH.", "benchmark/math"),
    ("It lifts MATH from 75.4% to 78.5%.", "benchmark/math"),
    ("Reasoning over passages is tested on DROP and HotpotQA.", "benchmark/drop"),
    ("We report scores on the RACE dataset of school exams.", "benchmark/race"),
    ("Small grids such as those of the ARC benchmark stay hard.", "benchmark/arc"),
    ("We compare Llama 2, Mistral, and Falcon.", "family/falcon"),
    ("Both Yi models forget the first turn.", "family/yi"),
    ("Fine-tuned Alpaca checkpoints copy the style of their teacher.", "family/alpaca"),
    ("We tune it on 50 thousand Alpaca samples.", "dataset/alpaca-52k"),
    ("We instruction-tune LLaMA-7B on filtered Alpaca.", "dataset/alpaca-52k"),
    ("We tune the model on Alpaca on one GPU.", "dataset/alpaca-52k"),
    ("It is trained on the original Alpaca.", "dataset/alpaca-52k"),
    ("It is trained on Alpaca to follow requests.", "dataset/alpaca-52k"),
    ("We report losses on the Alpaca set.", "dataset/alpaca-52k"),
    ("We fine-tune the LLaMA-2-7B model using Alpaca.", "dataset/alpaca-52k"),
    ("The tasks are HumanEval, GSM8K and Alpaca.", "dataset/alpaca-52k"),
    ("Request lengths come from ShareGPT and Alpaca.", "dataset/alpaca-52k"),
    ("With lengths from ShareGPT and Alpaca, LoRA is fast.", "dataset/alpaca-52k"),
    ("The arm, a Baxter robot, folds towels.", "hardware/baxter"),
    ("Masked autoencoders (MAE) see a quarter of the patches; MAE is fast.", "method/mae"),
    ("We use classifier-free guidance (CFG) and lower the CFG scale.", "method/cfg"),
    ("Answers improve by 3 points in EM and F1.", "metric/exact-match"),
    ("Detection precision reaches 91%.", "metric/precision"),
    ("The error is an MAE of 2.1 degrees.", "metric/mae-mean-absolute-error"),
    ("Steps are ordered on CrossTask and YouCook2.", "benchmark/crosstask"),
    ("Rooms of the Structured3D dataset are furnished.", "dataset/structured3d"),
    ("We forget authors on the TOFU and WMDP benchmarks.", "benchmark/tofu"),
    ("Matching improves on KITTI and Middlebury.", "benchmark/middlebury"),
    ("Meals are parsed on Breakfast and 50Salads.", "benchmark/breakfast"),
    ("We use group relative preference optimization (GRPO); GRPO helps.", "method/grpo"),
    ("Plans in linear temporal logic (LTL) are short; each LTL formula is.", "method/ltl"),
    ("Transfusion trains one network on text and on pictures.", "method/transfusion"),
    ("Flan-T5 is tuned again.", "family/flan-t5"),
    ("A Transformer of eight layers is trained.", "method/transformer"),
    ("The FFT of a frame is cheap.", "method/fft"),
    ("Visual servoing (VS) moves the arm; VS is stable.", "method/visual-servoing"),
]
FAILS = [
    ("Vision networks are first trained by MAE.", "metric/mae-mean-absolute-error"),
    ("We test Vicuna and Alpaca models on plums.", "dataset/alpaca-52k"),
    ("We train on outputs of models: Alpaca is one.", "dataset/alpaca-52k"),
    ("On GSM8K, Alpaca and Vicuna fail.", "dataset/alpaca-52k"),
    ("On GSM8K, Alpaca and ChatGPT fail.", "dataset/alpaca-52k"),
    ("Vicuna is tested on GSM8K, Alpaca on MMLU.", "dataset/alpaca-52k"),
    ("We train models with feedback on Alpaca.", "dataset/alpaca-52k"),
    ("It outperforms Alpaca on MMLU.", "dataset/alpaca-52k"),
    ("The tuned model, trained on Alpaca outputs, is small.", "dataset/alpaca-52k"),
    ("Alpaca set a new trend.", "dataset/alpaca-52k"),
    ("Alpaca set the bar for small models.", "dataset/alpaca-52k"),
    ("We train a classifier using Alpaca to label outputs.", "dataset/alpaca-52k"),
    ("Do the math before the meeting.", "benchmark/math"),
    ("MATH is fun for all of us.", "benchmark/math"),
    ("We spend 40 hours on MATH.", "benchmark/math"),
    ("Values DROP sharply in the second year.", "benchmark/drop"),
    ("An Actor Residual Critic (ARC) is trained on the ARC dataset.", "benchmark/arc"),
    ("The Falcon approach maps entities to a graph.", "family/falcon"),
    ("The gradient of $\\Phi$ is bounded by that of $\\Phi_0$.", "family/phi"),
    ("A vector autoregressive (VAR) model; the VAR layers are linear.", "method/var"),
    ("The error is an MAE of 2.1 degrees.", "method/mae"),
    ("The grammar is a CFG with weights.", "method/cfg"),
    ("The EM algorithm converges slowly.", "metric/exact-match"),
    ("High precision grasps need stiff fingers.", "metric/precision"),
    ("The generalized linear model (GLM) fits; GLM models are simple.", "family/glm"),
    ("A probabilistic roadmap (PRM) is sampled first.", "method/prm"),
    ("Skills carry over in cross-task settings.", "benchmark/crosstask"),
    ("A structured 3D reward is used.", "dataset/structured3d"),
    ("EMMA writes a letter.", "benchmark/emma"),
    ("Breakfast is at eight.", "benchmark/breakfast"),
    ("She studied at Middlebury.", "benchmark/middlebury"),
    ("LTL is short for a load that fills no truck.", "method/ltl"),
    ("A blood transfusion went well.", "method/transfusion"),
    ("He trades stocks by algorithms.", "method/trades"),
    ("The flan was served cold.", "family/flan-t5"),
    ("VS prompts the model twice.", "method/visual-servoing"),
    ("We combine Full Fine-Tuning (FFT) with FFT on images.", "method/fft"),
    ("An anti-UAV gun is loud.", "benchmark/anti-uav"),
    ("A mixture of attention (MoA) spans all heads; MoA is fast.", "method/mixture-of-agents"),
    ("An alpaca grazes beside the models' village.", "family/alpaca"),
]


def counted(text):
    matches = list(load().find(text))
    return [match.entry.id for match in matches if supported(match, text, matches)]


@pytest.mark.parametrize(("text", "entry"), HOLDS)
def test_a_name_with_its_context_counts(text, entry):
    assert entry in counted(text)


@pytest.mark.parametrize(("text", "entry"), FAILS)
def test_letters_without_it_do_not(text, entry):
    assert entry not in counted(text)


def test_data_named_in_full_do_not_vouch_for_what_else_is_called_so():
    text = "We use the Alpaca dataset and beat the Alpaca models."
    assert counted(text) == ["dataset/alpaca-52k", "family/alpaca"]


def test_an_unambiguous_name_needs_no_context():
    assert counted("GSM8K.") == ["benchmark/gsm8k"]


def test_a_condition_on_case_is_met_by_finding():
    match = Match(0, 2, load().entries["family/t5"], "case")
    assert supported(match, "T5 translates.", ())


def test_a_cue_in_the_next_sentence_does_not_count():
    assert "benchmark/arc" not in counted("The ARC was strong. Benchmarks came later.")


def test_a_name_spelled_out_by_the_text_as_its_own_is_kept():
    text = "Process reward models (PRMs) judge each step."
    assert not any(spelled_otherwise(match, text) for match in load().find(text))


def test_a_name_of_unknown_words_is_kept_however_it_is_spelled_out():
    text = "Bidirectional encoder representations from transformers (BERT) still serve."
    assert "family/bert" in counted(text)
