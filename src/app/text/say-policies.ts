import { policiesMessages } from './policies-messages.ts';
import { learn } from './say.ts';

learn(policiesMessages);
