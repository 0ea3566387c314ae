export const peopleText = {
  'people.title': 'My people',
  'people.nav': 'Duologue',
  'people.home': 'Home',
  'people.person': 'Person',
  'people.whatPolicyAsks': 'What your policy asks',
  'people.last': 'Last',
  'people.next': 'Next',
  'people.actions': 'Actions',
  'people.partTime': '{title}, part-time',
  'people.partTimeOnly': 'Part-time',
} as const;
