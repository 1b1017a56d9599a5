'use strict';
/**
 * The words of the dialog: at most thirty, what the act is, that the content is *indicated* to take a side, who can
 * see it, and the rule. It advises; it accuses nobody and promises no sanction.
 */
(globalThis.JagaJempol ??= /** @type {JagaJempolNamespace} */ ({})).wording ??= (() => {
  const { texts } = JagaJempol;
  /** Of a name: the question is to be read at a glance. */
  const MOST_WORDS = 7;
  const LONGEST_NAME = 60;

  /** @param {string} name @returns {string} like -> Like, vote_poll -> VotePoll, code-of-ethics -> CodeOfEthics */
  const pascal = (name) => name.split(/[_-]/).map((word) => word[0]?.toUpperCase() + word.slice(1)).join('');

  /** Who is bound by what: the joint decree of 2022 speaks of civil servants, others have rules of their own. */
  /** @type {Record<Employment, string>} */
  const RULES = {
    '': 'promptRuleAsn',
    pns: 'promptRuleAsn',
    pppk: 'promptRuleAsn',
    'non-asn': 'promptRuleNonAsn',
    'perangkat-desa': 'promptRuleVillage',
    tni: 'promptRuleTni',
    polri: 'promptRulePolri',
  };

  /** @param {string} name @returns {string} its first words, with a sign where there are more */
  const shortened = (name) => {
    const words = name.split(' ');
    const kept = words.slice(0, MOST_WORDS);
    while (kept.length > 1 && kept.join(' ').length > LONGEST_NAME) kept.pop();
    const shown = kept.join(' ');
    const cut = shown.slice(0, LONGEST_NAME);
    return kept.length < words.length || cut !== shown ? `${cut.replace(/[\s–—-]+$/, '')}…` : cut;
  };

  /** The heading speaks of the post that one answers, what takes a side may be the answer. @type {Act[]} */
  const ANSWERS = ['comment', 'reply', 'quote'];

  /** @param {Act} act @param {Verdict} verdict @returns {string} what takes a side: the person's own words, or the content */
  const subject = (act, { evidence = [] }) => {
    /** @param {boolean} own */
    const points = (own) => evidence.reduce((sum, { field, points: some }) => (some > 0 && (field === 'draft') === own ? sum + some : sum), 0);
    return texts.say(ANSWERS.includes(act) && points(true) > points(false) ? 'promptSubjectDraft' : 'promptSubjectContent');
  };

  /** @param {Act} act @param {Verdict} verdict */
  const indicated = (act, verdict) => {
    const { stance, affiliations, level } = verdict;
    const name = affiliations[0] && shortened(affiliations[0].name);
    const key = level === 'mention' ? 'promptMention'
      : stance === 'support' ? 'promptSupport' : stance === 'oppose' ? 'promptOppose' : 'promptNeutral';
    const who = subject(act, verdict);
    return name ? texts.say(`${key}Named`, name, who) : texts.say(key, who);
  };

  /** @param {PromptQuestion} question */
  const question = ({ act, verdict, employment }) => ({
    heading: texts.say(`promptAct${pascal(act)}`),
    indicated: indicated(act, verdict),
    seen: texts.say(`promptSeen${pascal(act)}`),
    rule: texts.say(RULES[employment] ?? RULES['']),
  });

  /** @type {Record<string, string>} */
  const FIELDS = {
    text: 'promptFieldText',
    draft: 'promptFieldDraft',
    image_alt: 'promptFieldImage',
    'quoted.text': 'promptFieldQuoted',
    'quoted.author': 'promptFieldQuotedAuthor',
    'author.name': 'promptFieldAuthor',
    'author.handle': 'promptFieldAuthor',
    'container.name': 'promptFieldContainer',
    'link.title': 'promptFieldLink',
    'link.url': 'promptFieldLink',
  };

  /** @param {string[]} reasons the strongest first @param {string} field @returns {string} */
  const reason = (reasons, field) => {
    const place = FIELDS[field];
    const why = reasons.join('; ');
    return place ? texts.say('promptReason', why, texts.say(place)) : why;
  };

  /** From the lightest sanction to the heaviest; "or" where the sources themselves differ. @param {GuidanceRule} rule @returns {string} */
  const range = ({ range: steps = [], sure }) => {
    const names = steps.map((step) => texts.say(`promptRange${pascal(step)}`));
    const [first = '', last = first] = [names[0], names.at(-1)];
    if (sure === 'disputed') return texts.say('promptRange', names.join(texts.say('promptRangeOr')));
    return texts.say('promptRange', first === last ? first : texts.say('promptRangeTo', first, last));
  };

  /** @param {string} day YYYY-MM-DD @returns {string} */
  const dayIn = (day) => new Intl.DateTimeFormat(texts.say('localeCode') === 'en' ? 'en-GB' : 'id', { dateStyle: 'long', timeZone: 'UTC' })
    .format(Date.parse(day));

  /** The articles, the source and the day it was seen; and that it is our reading or disputed, where it is. @param {GuidanceRule} rule @returns {string} */
  const origin = ({ law, source, date, sure }) => [
    ...law.map(({ short, article }) => [short, article].filter(Boolean).join(', ')),
    texts.say('promptSource', source, dayIn(date)),
    ...(sure === 'seen' ? [] : [texts.say(`promptSure${pascal(sure)}`)]),
  ].join(' · ');

  /** @param {Level} level */
  const mark = (level) => texts.say(level === 'campaign' ? 'markCampaign' : 'markMention');

  return { question, reason, range, origin, mark };
})();
